// Shows a page anew when a request that it is about has moved; without a stream the page stays as it was loaded.
const about = document.body.dataset.request;
const stream = new EventSource("/requests/events");

async function showAnew() {
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
  if (!about || event.data === about) {
    showAnew();
  }
});
