// Shows a page anew when something that it is about has moved; without a stream the page stays as it was loaded.
const stream = new EventSource("/requests/events");
let showing = false;
let again = false;

// what it is about may be others with each show; a page that names nothing is about everything
function isAbout(moved) {
  const about = document.querySelector("main").dataset.about;
  return !about || about.split(" ").includes(moved);
}

async function showAnew() {
  again = true;
  if (showing) {
    return;
  }
  showing = true;
  try {
    while (again) {
      again = false;
      await show();
    }
  } finally {
    showing = false;
  }
}

async function show() {
  const page = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (page.ok && !page.redirected) {
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
    document.querySelector("main").replaceWith(fresh.querySelector("main"));
    document.title = fresh.title;
  }
}

// what moved between the loading of the page and the opening of the stream was told to nobody
stream.addEventListener("open", showAnew);
stream.addEventListener("moved", (event) => {
  if (isAbout(event.data)) {
    showAnew();
  }
});
