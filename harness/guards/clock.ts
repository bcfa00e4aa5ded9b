import { guard } from '../judge/guard.ts'
import { Unverifiable, Violation } from '../model/verdict.ts'

/** Facts that carry moments by the host's own clock, which are then compared with ours. */
const DATED = new Set([
  'identity',
  'parityFiles',
  'services',
  'snapraidDiff',
  'syncJournal',
  'timers',
  'accessLogs',
  'unitStarts',
  'canaries',
  'workloads',
  'editorServers',
  'stateFiles',
  'backupFiles',
  'poolEvents',
  'zfsSnapshots',
  'zpools',
  'ansibleRun',
  'backupUnit',
  'canaryGauge',
  'certificateFiles',
  'driftReports',
  'envFiles',
  'pihole',
  'resticRepositories',
  'securityUpdates',
  'tlsOffers',
])

const TOLERANCE_SECONDS = 60

/** Ages of what a host dates are worth no more than its clock. */
export const clockAgrees = guard({
  name: 'clock',
  says: `the host's clock agrees with ours within ${TOLERANCE_SECONDS} s`,
  covers: (fact, subject) => DATED.has(fact) && subject !== 'lab',
  holds: ({ ageSeconds, evidenceOf, host }, subject) => {
    const said = ageSeconds(host(subject).clock)
    const [answer] = evidenceOf('clock', subject)
    if (!answer) throw new Unverifiable(`nobody noted when ${subject} told its time`)
    // It was asked somewhere within the one script whose answer was complete at takenAt.
    const latest = ageSeconds(answer.takenAt)
    const earliest = latest + answer.tookMs / 1000
    const fast = latest - said
    const slow = said - earliest
    if (fast > TOLERANCE_SECONDS || slow > TOLERANCE_SECONDS)
      throw new Violation(
        `the clock of ${subject} is ${Math.round(Math.max(fast, slow))} s ${fast > slow ? 'fast' : 'slow'}: set it by NTP`,
        `a clock within ${TOLERANCE_SECONDS} s`,
        [{ host: subject, clock: host(subject).clock, takenAt: answer.takenAt }],
      )
  },
})
