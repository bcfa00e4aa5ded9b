import { all, control, every, none, that, the } from '#harness'
import { NETWORK } from './mounts.ts'
import { applicationPlaces, isAmong, isLocal, placesOf } from './places.ts'

control(
  'Monitoring shares no guest, storage, names, login or alert path with what it watches',
  {
    statement: 'ZT-66',
    impact: 'high',
    kind: 'isolation',
    standards: ['SC-7(21)', 'SI-4', 'CP-2', 'AU-9(2)', 'CIS-8.9'],
    remedy:
      'Move what is shared into the monitoring container or out of the lab: storage.tsdb.path, resolv.conf, Grafana’s login, receivers in alertmanager.yml; list what cannot be moved under recovery.sharedFate.',
  },
  ({ host, hosts, inventory, lab, need }) => {
    const { name, vmid } = the(hosts('monitoring'), 'monitoring host', () => true)
    const services = inventory.services.filter(({ host: on }) => on !== name)
    const isApplication = isAmong(applicationPlaces(inventory, name))
    const isOurs = isAmong(placesOf(inventory.hosts))
    /** A name that is hidden may be one of ours. */
    const isHere = (at: string | undefined) => at === undefined || isLocal(at) || isOurs(at)
    const { outsideCheck, sharedFate } = need('recovery')

    all(
      () =>
        none(services, 'runs in the guest of monitoring', ({ host: on }) =>
          inventory.guests.some((guest) => guest.name === on && guest.vmid === vmid),
        ),
      () =>
        none(
          the(lab.guestConfigs, `configuration of ${name}`, (it) => it.vmid === vmid).mountPoints,
          'is a folder of the host: whose storage that is cannot be seen',
          ({ isHostPath }) => isHostPath,
        ),
      () =>
        none(
          host(name).mounts.map(({ fstype, path, source }) => ({
            host: name,
            fstype,
            path,
            source,
          })),
          'comes over the network',
          ({ fstype }) => NETWORK.test(fstype),
        ),
      () => {
        const { storagePath } = lab.prometheusRuntime
        that(storagePath.startsWith('/'), 'samples are kept at a path of the container', {
          storagePath,
        })
      },
      () =>
        every(host(name).resolver, 'is no application guest', (server) => !isApplication(server)),
      () =>
        none(
          host(name).grafanaLogin.filter(({ isEnabled }) => isEnabled),
          'lets somebody in only while an application guest runs',
          (way) => /^(proxy|jwt)$/.test(way.name) || way.hosts.some(isApplication),
        ),
      () =>
        none(
          ['prometheus', 'alertmanager', 'grafana'].map((api) => ({
            api,
            host: new URL(need('apis')[api]?.url ?? 'none:').hostname,
          })),
          'is reached through an application guest',
          ({ host: at }) => isApplication(at),
        ),
      () =>
        none(lab.prometheusRuntime.alertmanagers, 'is in an application guest', ({ host: at }) =>
          isApplication(at),
        ),
      () =>
        every(
          lab.alertmanager.receivers.flatMap(({ name: receiver, ways }) =>
            ways.map((way) => ({ receiver, ...way })),
          ),
          'hands its messages to nothing that runs here',
          ({ host: at, receiver }) =>
            !isApplication(
              the(
                {
                  items: at === undefined ? [] : [at],
                  complete: false,
                  because: `Alertmanager hides where ${receiver} sends`,
                },
                `host of ${receiver}`,
                () => true,
              ),
            ),
        ),
      // One machine carries everything: what dies with it is said, and watched from outside.
      () =>
        that(sharedFate.includes('hypervisor'), 'what monitoring cannot help sharing is declared', {
          sharedFate,
        }),
      () => {
        const { alert, receiver } = outsideCheck ?? { alert: '', receiver: '' }
        const held = the(
          lab.alertmanager.alerts,
          `alert ${alert || 'for outside'}`,
          (it) => it.name === alert,
        )
        const { ways } = the(lab.alertmanager.receivers, receiver, (it) => it.name === receiver)
        that(
          held.state === 'active' &&
            held.receivers.includes(receiver) &&
            lab.prometheusAlerts.some((it) => it.name === alert && it.state === 'firing') &&
            ways.length > 0 &&
            ways.every((way) => !isHere(way.host)),
          'an alert that always fires reaches somebody outside',
          { alert, receiver, held, ways },
        )
      },
    )
  },
)
