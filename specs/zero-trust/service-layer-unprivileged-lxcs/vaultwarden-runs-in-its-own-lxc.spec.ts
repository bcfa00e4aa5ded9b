import { all, control, none, that, the } from '#harness'
import { runsAlone } from './alone.ts'

control(
  'Vaultwarden runs alone in its LXC, with a working database and no open sign-up',
  {
    statement: 'ZT-44',
    impact: 'critical',
    kind: 'placement',
    standards: ['IA-5', 'SC-28', 'CM-6', 'CIS-3.11'],
    remedy:
      'Set SIGNUPS_ALLOWED=false, and remove `signups_allowed` from data/config.json, which overrides it; look at the log of vaultwarden.service for the database; close its port on the LAN.',
    subject: 'vaultwarden',
  },
  (views) => {
    const { vantage, inventory, parameter, ageSeconds } = views
    const vault = the(
      inventory.services,
      'service of the role passwords',
      ({ role }) => role === 'passwords',
    )
    const newest = parameter.seconds('p.evidence.max_age')

    all(
      ...runsAlone(views, vault),
      () => {
        const { alive } = vantage('tailnet').vaultStatus
        that(
          alive.isTrusted && alive.at !== undefined && Math.abs(ageSeconds(alive.at)) <= newest,
          `its database answers over valid TLS, with the time of the last ${newest} s`,
          alive,
        )
      },
      () => {
        const { config } = vantage('tailnet').vaultStatus
        that(
          config.isTrusted && config.isRegistrationClosed === true,
          'it tells its clients that sign-up is closed',
          config,
        )
      },
      () =>
        none(
          vantage('lan').openPorts,
          'is a port of the vault that answers outside the tailnet',
          ({ host }) => host === vault.host,
        ),
    )
  },
)
