/**
 * Who calls: API keys, what each may do, whose accounts it sees and how often it may ask.
 *
 * <pre>
 *   Authorization: Bearer windlass_(id)_(secret)
 *     id      16 hexadecimal digits, names the key in settings; no secret
 *     secret  64 hexadecimal digits, shown once, when the key is made
 *   http.keys: (id):(tenant):(scopes):(SHA-256 of "id_secret", hexadecimal)
 * </pre>
 *
 * <p>A secret has 256 bits of chance, so nobody can try the candidates and a plain SHA-256 is as
 * good as a slow hash, which every request would have to pay for. The id is hashed along, so that a
 * hash copied to another id fits nothing.
 *
 * <p>Several keys of one tenant are valid at once: a new one is added, clients move, the old one is
 * taken out.
 */
package io.windlass.edge.access;
