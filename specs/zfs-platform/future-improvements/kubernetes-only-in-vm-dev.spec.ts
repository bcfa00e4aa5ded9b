import { all, control, none } from '#harness'

const PARTS = /^(?:k3s.*|k0s|kubelet|kube-.*|microk8s.*|containerd-shim-k.*)$/
const IMAGES = /(?:^|\/)(?:kindest\/node|rancher\/k3s|k3d-.*|minikube.*|kicbase.*)$/

control(
  'Kubernetes, where there is any, is on vm-dev',
  {
    statement: 'ZF-124',
    impact: 'low',
    strength: 'future',
    kind: 'placement',
    standards: ['CM-7', 'SC-2'],
    remedy:
      'Take it off with its own uninstaller (`k3s-uninstall.sh`, `kind delete cluster`), and disable its unit, which would bring it back at the next boot.',
  },
  ({ host, hosts }) =>
    all(
      ...hosts('hypervisor', 'service', 'compute')
        .filter(({ name }) => name !== 'vm-dev')
        .flatMap(({ name, role }) => [
          () => {
            const { items, ...whole } = host(name).engines
            none(
              { ...whole, items: items.map((trace) => ({ host: name, ...trace })) },
              'is a part of Kubernetes',
              ({ name: part }) =>
                PARTS.test(
                  part
                    .split('/')
                    .at(-1)
                    ?.replace(/\.service$/, '') ?? '',
                ),
            )
          },
          ...(role === 'compute'
            ? [
                () =>
                  none(
                    host(name).workloads.map(({ name: container, image }) => ({
                      host: name,
                      container,
                      image,
                    })),
                    'is a node of Kubernetes, as a container',
                    ({ image }) => IMAGES.test(image),
                  ),
              ]
            : []),
        ]),
    ),
)
