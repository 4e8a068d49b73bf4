/**
 * Gives what runs tasks one after the other, each once those before it have ended, well or not. The promise that it returns is that of
 * the task.
 */
export function createTurns(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let before: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = before.then(task);
    before = done.catch(() => {});
    return done;
  };
}
