import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Timers that are active and files of cron that start a scrub. */
    scrubSchedules: readonly string[]
  }
}

/**
 * What would start the next scrub. That it does is shown by the last one.
 *
 * @source systemctl(1) list-timers; crontab(5) files of the system and its users
 */
export const scrubSchedules = hostCollector('scrubSchedules', {
  where: ({ name }, { zfs }) => zfs?.host === name,
  command:
    'for f in /etc/crontab /etc/cron.d/* /etc/cron.weekly/* /etc/cron.monthly/* /var/spool/cron/crontabs/*; do [ ! -f "$f" ] || ! grep -v "^[[:space:]]*#" "$f" | grep -qE "zpool scrub|zfs-linux/scrub" || echo "scrub $f"; done; t=$(systemctl list-timers --no-legend --no-pager --plain) || exit; printf "%s\\n" "$t" | grep -oE "zfs-scrub[^ ]*\\.timer" | sed "s/^/scrub /"; echo looked',
  parse: ({ stdout }): readonly string[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked' || lines.some((line) => !line.startsWith('scrub ')))
      throw new Unseen('cut short', 'the look for schedules did not come to its end')
    return lines.map((line) => line.slice(6))
  },
})
