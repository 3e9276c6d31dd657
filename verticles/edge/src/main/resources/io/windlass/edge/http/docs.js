// No validator: it would send the description to a server on the Internet.
window.addEventListener("load", () =>
  SwaggerUIBundle({
    url: "/openapi.json",
    dom_id: "#docs",
    deepLinking: true,
    validatorUrl: null,
    tryItOutEnabled: true,
  }),
);
