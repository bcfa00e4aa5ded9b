import { hostCollector } from '../model/collector.ts'
import { number } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** The processes without which the game panel shows pages, and does nothing. */
export interface PanelWorkers {
  /** Processes that work off its queue. */
  readonly queue: number
  /** Ways in which its scheduler is started: a process that does, or a line of cron. */
  readonly scheduler: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    panelWorkers: PanelWorkers
  }
}

/**
 * Counted in the process table of the machine, so that it is the same whether the panel is in a container or not.
 * The program that runs is looked at first: the shell that reads this holds the same words.
 *
 * @source /proc/PID/cmdline as root; crontab(5) of the machine and of containers
 */
export const panelWorkers = hostCollector('panelWorkers', {
  where: ({ name }, { games, placement }) => placement !== undefined && games?.host === name,
  command: `[ "$(id -u)" = 0 ] || { echo 'only root sees every process: Permission denied' >&2; exit 1; }; q=0; s=0; for d in /proc/[0-9]*; do n=; { read -r n <"$d/comm"; } 2>/dev/null; case "$n" in php*) c=$(tr '\\0' ' ' 2>/dev/null <"$d/cmdline"); case "$c" in *'artisan queue:work'*) q=$((q+1));; *'artisan schedule:work'*) s=$((s+1));; esac;; cron|crond|supercronic) if grep -qs 'artisan schedule:run' "$d/root/etc/crontabs/"* "$d/root/etc/crontab" "$d/root/var/spool/cron/crontabs/"* "$d/root/etc/cron.d/"*; then s=$((s+1)); fi;; esac; done; echo "queue $q"; echo "scheduler $s"`,
  parse: ({ stdout }): PanelWorkers => {
    const [, queue, scheduler] = /^queue (\d+)\nscheduler (\d+)\n$/.exec(stdout) ?? []
    if (queue === undefined) throw new Unseen('cut short', 'the workers were not counted')
    return { queue: number(queue, 'queue'), scheduler: number(scheduler, 'scheduler') }
  },
})
