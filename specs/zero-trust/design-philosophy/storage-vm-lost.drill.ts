import { procedure, switchOff, switchOn } from '#fixtures'
import { drill } from '#harness'

export default drill(
  'When the storage VM is lost, what needs no files goes on, and mounts come back by themselves with it',
  {
    statement: 'ZT-76',
    steadyState: [
      'every-layer-is-observed',
      'streaming-works-directly-on-the-lan',
      'mounts-are-declared-and-live',
      'media-share-is-mounted-read-only-on-vm100',
      'docker-workloads-restart-by-themselves',
      'tailnet-reaches-every-remote-service',
      'monitoring-runs-in-its-own-lxc',
    ],
    hides: [
      'streaming-works-directly-on-the-lan',
      'mounts-are-declared-and-live',
      'media-share-is-mounted-read-only-on-vm100',
    ],
    holds: [
      'docker-workloads-restart-by-themselves',
      'tailnet-reaches-every-remote-service',
      'monitoring-runs-in-its-own-lxc',
    ],
    method: switchOff('vm102'),
    alert: 'MountMissing',
    // Nobody touches those that mount its shares.
    recover: procedure('switch the storage VM on', 'vm102-loss', [['vm102', switchOn]]),
    objective: 'critical',
    stake: {
      on: 'vm102',
      folders: ['/srv/pool/media', '/srv/pool/nextcloud', '/srv/pool/calibre'],
      safeguards: ['parity-is-fresh'],
    },
    record: 'vm102-loss',
    notOn: {
      live: 'there the hypervisor switches the VM off and on: from within nobody could switch it on again',
    },
  },
)
