// What every page does: light or dark, sharing a link, a passing word.

const root = document.documentElement;
const toast = document.querySelector(".toast");
let fading;

// A word in passing, from any script of the page; screen readers hear it
function say(text) {
  toast.textContent = text;
  clearTimeout(fading);
  fading = setTimeout(() => (toast.textContent = ""), 4000);
}
document.addEventListener("say", (event) => say(event.detail));

function turnTheme() {
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `ocop_theme=${root.dataset.theme}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}

async function share(link) {
  const url = link.href;
  if (navigator.share && matchMedia("(pointer: coarse)").matches) {
    try {
      await navigator.share({ title: document.title, url });
    } catch {
      // Closing the sheet without sharing is no fault
    }
    return;
  }
  try {
    await navigator.clipboard.writeText(url);
    say(toast.dataset.copied);
  } catch {
    location.assign(url);
  }
}

document.addEventListener("click", (event) => {
  const pressed = event.target.closest("[data-does]");
  if (pressed?.dataset.does === "theme") turnTheme();
  if (pressed?.dataset.does === "share") {
    event.preventDefault();
    share(pressed);
  }
});
