// The assistant on another site: <script src="https://our.address/widget.js" async></script>.
// Optional on the tag: data-lang="vi|en", data-side="left|right", data-label.
// The chat lives in a frame from our address: this site's page cannot read it, nor it the page.

(() => {
  const tag = document.currentScript;
  if (!tag || window.ocopWidget) return;
  window.ocopWidget = true;
  const origin = new URL(tag.src).origin;
  const english = (tag.dataset.lang || document.documentElement.lang || "vi").startsWith("en");
  const label = tag.dataset.label || (english ? "Ask about OCOP products" : "Hỏi về sản phẩm OCOP");
  const side = tag.dataset.side === "left" ? "left" : "right";

  const host = document.createElement("div");
  const shadow = host.attachShadow({ mode: "open" });
  const button = document.createElement("button");
  const frame = document.createElement("iframe");

  Object.assign(host.style, { position: "fixed", bottom: "0", [side]: "0", zIndex: "2147483000" });
  Object.assign(button.style, {
    position: "fixed", bottom: "16px", [side]: "16px", minHeight: "52px", padding: "0 20px",
    font: "600 16px system-ui, sans-serif", color: "#fff6e5", background: "#9d1f20",
    border: "2px solid #e9b949", borderRadius: "26px", cursor: "pointer",
    boxShadow: "0 4px 16px rgb(60 20 10 / 35%)",
  });
  Object.assign(frame.style, {
    position: "fixed", bottom: "80px", [side]: "16px", width: "min(400px, calc(100vw - 32px))",
    height: "min(620px, calc(100vh - 100px))", border: "2px solid #9d1f20", borderRadius: "16px",
    background: "#faf4e6", boxShadow: "0 10px 40px rgb(60 20 10 / 35%)", display: "none",
  });
  button.type = "button";
  button.textContent = label;
  button.setAttribute("aria-expanded", "false");
  frame.title = label;
  frame.allow = `geolocation ${origin}; clipboard-write ${origin}`;

  function turn(open) {
    if (open && !frame.src) frame.src = `${origin}/widget?lang=${english ? "en" : "vi"}`;
    frame.style.display = open ? "block" : "none";
    button.setAttribute("aria-expanded", String(open));
    (open ? frame : button).focus();
  }
  button.addEventListener("click", () => turn(frame.style.display === "none"));
  addEventListener("message", (event) => {
    if (event.source === frame.contentWindow && event.data && event.data.ocop === "close") turn(false);
  });
  shadow.append(frame, button);
  document.body.append(host);
})();
