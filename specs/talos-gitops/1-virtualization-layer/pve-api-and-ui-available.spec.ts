import { all, control, every, that, the } from '#harness'

control(
  'The hypervisor’s page and its API answer over HTTPS',
  {
    statement: 'TG-17',
    impact: 'high',
    kind: 'exposure',
    standards: ['CM-8', 'SC-7'],
    remedy:
      'Start pveproxy on the hypervisor, renew its certificate with `pvenode acme cert order`, and keep other programs off port 8006.',
  },
  ({ host, hosts, lab, vantage }) =>
    all(
      () =>
        every(
          hosts('hypervisor').map(({ name }) => ({ name, ...host(name).pveVersion })),
          'is the Proxmox VE whose API answers',
          ({ manager, repoid }) =>
            manager === lab.proxmoxVersion.version && repoid === lab.proxmoxVersion.repoid,
        ),
      () => {
        const page = the(
          vantage('lan').webAnswers,
          'page of the hypervisor',
          ({ id }) => id === 'health:proxmox',
        )
        that(
          page.status === 200 &&
            page.certificate?.valid === true &&
            /Proxmox Virtual Environment/.test(page.body ?? ''),
          'its page is Proxmox’s own, under a certificate that holds',
          page,
        )
      },
    ),
)
