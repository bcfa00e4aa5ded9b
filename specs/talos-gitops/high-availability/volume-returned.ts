import { all, lastDrill, measured, recoveredWithin, that, type Views } from '#harness'

/** What was written into a volume is read again elsewhere, after a drill that ended in time. */
export function volumeReturned(views: Views, scenario: string, seconds: number): void {
  const drill = lastDrill(views, scenario)
  const volume = measured(drill, 'volume')
  all(
    () => recoveredWithin(drill, seconds),
    () =>
      that(volume.readDigest === volume.writtenDigest, 'what is read is what was written', volume),
    () =>
      that(
        volume.isReadElsewhere && volume.wasComplete,
        'another pod read it, once the volume was whole',
        volume,
      ),
  )
}
