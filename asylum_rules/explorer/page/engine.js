// The worker as the page sees it: a case is told and its answers come bit by bit; a request gets one reply.

/** Start the worker. Made from a blob, it is held to the page's own content security policy. */
export function engine(receive) {
  const start = `import(${JSON.stringify(new URL("worker.js", import.meta.url).href)}).catch(() => self.postMessage({ failed: "the worker could not start" }));`;
  const worker = new Worker(URL.createObjectURL(new Blob([start], { type: "text/javascript" })), { type: "module" });
  const waiting = new Map();
  let last = 0;
  let number = 0;

  worker.addEventListener("message", ({ data }) => {
    if (data.number !== undefined) {
      const { resolve, reject } = waiting.get(data.number);
      waiting.delete(data.number);
      if (data.error === undefined) resolve(data.reply);
      else reject(new Error(data.error));
    } else if (data.id === undefined || data.id === last) {
      receive(data);
    }
  });

  return {
    /** Have a case answered; what is still said of an earlier one is dropped. */
    answer(state, open) {
      last += 1;
      worker.postMessage({ id: last, ...state, open });
    },
    /** Ask for one thing of the case that was answered last. */
    ask(...request) {
      number += 1;
      worker.postMessage({ request, number });
      return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }));
    },
  };
}
