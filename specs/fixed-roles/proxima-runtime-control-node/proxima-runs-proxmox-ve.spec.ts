import { all, control, every, saw, that, the } from '#harness'

control(
  'The runtime node is Proxmox VE with its own kernel, and the machine that answers is that node',
  {
    statement: 'FR-23',
    impact: 'high',
    kind: 'topology',
    standards: ['CM-2', 'CM-8'],
    remedy:
      'Boot the Proxmox kernel (`proxmox-boot-tool kernel list`), finish an upgrade that stopped half way with `apt-get -f install`, and pin the certificate of the right node.',
  },
  ({ host, hosts, inventory, lab, need }) => {
    const { name } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const { node } = need('pve')
    const { kernel, manager, repoid } = host(name).pveVersion
    const said = lab.proxmoxNodeStatus
    const bare = (text: string) => text.replaceAll(':', '').toLowerCase()
    all(
      () =>
        that(
          lab.proxmoxVersion.version === manager && lab.proxmoxVersion.repoid === repoid,
          'the release that answers is the one that is installed',
          { api: lab.proxmoxVersion, host: manager },
        ),
      () =>
        that(/-pve$/.test(kernel) && said.kernel === kernel, 'its kernel is that of Proxmox', {
          host: kernel,
          api: said.kernel,
        }),
      () => {
        const pinned = inventory.apis.proxmox?.fingerprint ?? ''
        const { fingerprint } = host(need('access').host).adminLogins.api
        that(bare(pinned) === fingerprint, 'its certificate is the pinned one', { fingerprint })
      },
      () =>
        that(
          saw(lab.proxmoxNodes, (it) => it.node === node),
          'it is that node',
          { node },
        ),
      () => every(lab.proxmoxNodes, 'is online', ({ status }) => status === 'online'),
    )
  },
)
