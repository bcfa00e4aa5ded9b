import { run } from '#fixtures'
import { drill } from '#harness'

export default drill('A reboot of the host ends by itself in the state that it began with', {
  statement: 'ZT-14',
  steadyState: [
    'tailnet-reaches-every-remote-service',
    'streaming-works-directly-on-the-lan',
    'docker-workloads-restart-by-themselves',
    'mounts-are-declared-and-live',
    'monitoring-runs-in-its-own-lxc',
    'every-layer-is-observed',
  ],
  breaks: ['tailnet-reaches-every-remote-service'],
  hides: [
    'streaming-works-directly-on-the-lan',
    'docker-workloads-restart-by-themselves',
    'mounts-are-declared-and-live',
    'monitoring-runs-in-its-own-lxc',
    'every-layer-is-observed',
  ],
  // A moment later, so that who asked for it is answered. Nothing has to be undone: what a boot does not bring back is the finding.
  method: run('proxmox', {
    inject: 'systemd-run --on-active=2 systemctl reboot',
    undo: 'systemctl start pve-guests.service',
    touches: ['vm100', 'vm102', 'nextcloud', 'vaultwarden', 'calibre', 'monitoring'],
  }),
  objective: 'p.boot.max_time',
  record: 'host-reboot',
  notOn: {
    containers: 'qemu: a container has neither firmware nor a kernel of its own to boot',
    qemu: 'the machines of the hypervisor would have to be emulated inside an emulated one',
  },
})
