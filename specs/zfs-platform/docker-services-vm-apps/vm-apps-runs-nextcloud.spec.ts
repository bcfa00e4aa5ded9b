import { all, control, every, that, the } from '#harness'
import { pageOf, runs } from './workloads.ts'

control(
  'Nextcloud runs on vm-apps, installed and not in maintenance, and its background jobs run',
  {
    statement: 'ZF-70',
    impact: 'high',

    kind: 'placement',
    standards: ['CM-2', 'CM-6', 'SI-13'],
    remedy:
      'End maintenance with `occ maintenance:mode --off`, finish the upgrade with `occ upgrade`; see `systemctl status nextcloud-cron.timer` on vm-apps.',
  },
  (views) => {
    const { ageSeconds, evidenceOf, host, parameter } = views
    const longest = parameter.seconds('p.cloud.cron_max_age')

    all(
      () => runs(views, 'nextcloud'),
      () => {
        const page = pageOf(views, 'nextcloud', '/status.php')
        const says = (pattern: RegExp) => pattern.test(page.body ?? '')
        that(
          page.status === 200 &&
            says(/"productname":"Nextcloud"/) &&
            says(/"installed":true/) &&
            says(/"maintenance":false/) &&
            says(/"needsDbUpgrade":false/),
          'it is installed, up to date with its database and not in maintenance',
          page,
        )
      },
      () => {
        const timer = the(
          host('vm-apps').timers,
          'timer of its background jobs',
          ({ unit }) => unit === 'nextcloud-cron.timer',
        )
        const { takenAt } = the(evidenceOf('timers', 'vm-apps'), 'answer', () => true)
        const age = ageSeconds(timer.lastAt ?? takenAt) - ageSeconds(takenAt)
        that(
          timer.activeState === 'active' &&
            timer.lastAt !== undefined &&
            age <= longest &&
            age >= -60,
          `its background jobs ran in the last ${longest} s`,
          timer,
        )
      },
      () =>
        every(
          host('vm-apps').services.filter(({ unit }) => unit === 'nextcloud-cron.service'),
          'ended well',
          ({ result }) => result === 'success',
        ),
    )
  },
)
