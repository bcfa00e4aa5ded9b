/**
 * Calls `expire` after the time, unless cancelled. What arrived in time counts even when a busy
 * process is late to read it: timers run before the sockets' events, so expiry waits for one more
 * look at the sockets. Without that, an open port could be taken for a filtered one.
 */
export function deadline(ms: number, expire: () => void): { cancel: () => void } {
  let afterPoll: NodeJS.Immediate | undefined
  const timer = setTimeout(() => {
    afterPoll = setImmediate(expire)
  }, ms)
  return {
    cancel() {
      clearTimeout(timer)
      clearImmediate(afterPoll)
    },
  }
}
