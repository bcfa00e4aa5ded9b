import type { Change } from '../night.ts'

/** Changes by what they mean; a source that was lost, or is back, stands for all that hung on it. */
export function sort(changes: readonly Change[]) {
  const lost = new Map<string, Change[]>()
  const found = new Map<string, Change[]>()
  const rest = changes.filter((change) => {
    const group = change.to === 'unverifiable' ? lost : change.to === 'pass' ? found : undefined
    if (!change.lost || !group) return true
    group.set(change.lost, [...(group.get(change.lost) ?? []), change])
    return false
  })
  const wasBad = ({ from }: Change) => from === 'fail' || from === 'unverifiable'
  return {
    lost,
    found,
    failing: rest.filter(({ to }) => to === 'fail'),
    untold: rest.filter(({ to }) => to === 'unverifiable'),
    passing: rest.filter((change) => change.to === 'pass' && wasBad(change)),
    other: rest.filter(
      (change) =>
        change.to !== 'fail' &&
        change.to !== 'unverifiable' &&
        !(change.to === 'pass' && wasBad(change)),
    ),
  }
}

export type Sorted = ReturnType<typeof sort>
