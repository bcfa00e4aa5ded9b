import { all, control, every, none, saw, that, the } from '#harness'
import { placed } from '../shown.ts'

const OTHERS =
  /flannel|calico|canal|weave|antrea|kube-router|kindnet|kube-ovn|ovn-kubernetes|multus/i

control(
  'Cilium is the only network plugin, and nothing of another one is left',
  {
    statement: 'TG-75',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-7', 'CIS-K8S-5.3.1'],
    remedy:
      'Set `cluster.network.cni.name: none` and `cluster.proxy.disabled: true` in the machine configuration, and delete the DaemonSet that is left over.',
  },
  ({ host, lab, need }) => {
    const { host: asked, nodes } = need('talos')
    const { items, ...look } = lab.kubeWorkloads
    const sets = items.filter(({ kind }) => kind === 'DaemonSet')
    const proxies = { ...look, items: sets.filter(({ name }) => name === 'kube-proxy') }
    const folders = host(asked).talosFolders
    all(
      () =>
        none(
          { ...look, items: sets },
          'is another network plugin',
          ({ name, pod }) =>
            [name, ...pod.containers.map(({ image }) => image)].some((word) => OTHERS.test(word)),
          placed,
        ),
      () => {
        const isReplaced = lab.ciliumConfig.settings['kube-proxy-replacement'] === 'true'
        that(
          saw(proxies, () => true) !== isReplaced,
          'services are carried by kube-proxy or by Cilium, and not by both',
          { 'kube-proxy-replacement': isReplaced },
        )
      },
      () =>
        every(nodes, 'has Cilium’s configuration alone', ({ name }) => {
          const { names } = the(
            folders,
            `folder /etc/cni/net.d of ${name}`,
            ({ node, path }) => node === name && path === '/etc/cni/net.d',
          )
          return names.length === 1 && names[0] === '05-cilium.conflist'
        }),
    )
  },
)
