import type { Bytes } from './byte-writer.ts';

/** The chunks of a generator as a stream that pulls them one by one; `signal` ends it with the signal's reason, and the generator is returned. */
export function streamOf(chunks: AsyncGenerator<Bytes, void>, signal?: AbortSignal): ReadableStream<Bytes> {
  const stream = new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return();
      },
    },
    { highWaterMark: 0 },
  );
  return signal ? stream.pipeThrough(new TransformStream<Bytes, Bytes>(), { signal }) : stream;
}

/** The chunks of a stream, which is cancelled when the loop over them is left early. Not every browser iterates streams by itself. */
export async function* chunksOf(stream: ReadableStream<Bytes>): AsyncGenerator<Bytes, void> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

/**
 * All chunks of a file, for `new Blob(await collect(writeXlsx(table)), { type: XLSX_TYPE })`. Unlike `Response.blob()`, which in browsers turns every
 * failure into "Failed to fetch", it rejects with the writer's own error or the signal's reason.
 */
export async function collect(stream: ReadableStream<Bytes>): Promise<Bytes[]> {
  const chunks: Bytes[] = [];
  for await (const chunk of chunksOf(stream)) chunks.push(chunk);
  return chunks;
}

/** A macrotask: lets the page handle input and paint, which a microtask or `scheduler.yield()` does not do for posted messages. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(port1.close());
    port2.postMessage(null);
  });
}
