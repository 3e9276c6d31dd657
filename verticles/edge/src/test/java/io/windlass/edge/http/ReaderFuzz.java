package io.windlass.edge.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.windlass.edge.call.Query;
import io.windlass.edge.json.JsonReader;
import io.windlass.kernel.feature.Read;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Any bytes at all in place of a body or a path; guided by coverage with {@code --long}. */
class ReaderFuzz {
    private static final PathTrie<String> PATHS = paths();

    @FuzzTest(maxDuration = "60s")
    void aBodyIsReadOrNamedMalformed(byte[] bytes) {
        Read<Map<String, Object>> read = JsonReader.read(bytes);
        if (read instanceof Read.Bad<Map<String, Object>> bad) {
            assertFalse(bad.why().detail().isEmpty());
        }
    }

    @FuzzTest(maxDuration = "60s")
    void aPathLeadsSomewhereOrNowhere(byte[] bytes) {
        String path = "/" + new String(bytes, StandardCharsets.ISO_8859_1);
        if (PATHS.find("GET", path) instanceof PathTrie.Match.Found<String> found) {
            long parameters = found.target().chars().filter(c -> c == '{').count();
            assertTrue(found.values().size() == parameters, found.toString());
        }
        Query.read(path);
    }

    private static PathTrie<String> paths() {
        PathTrie<String> paths = new PathTrie<>();
        for (String path :
                new String[] {"/a", "/a/{x}", "/a/{x}/b", "/a/{x}:go", "/{x}/{y}/c", "/a/b/{z}"}) {
            paths.add("GET", path, path);
        }
        paths.add("POST", "/a/{x}/post", "/a/{x}/post");
        return paths;
    }
}
