import { all, control, every, none, the } from '#harness'

/** Programs that let somebody in without a service. */
const TUNNELS =
  /(^|[/_-])(bore|chisel|cloudflared|frpc|inlets|netbird|newt|ngrok|rathole|tailscale|zerotier)([:@/_-]|$)/
/** The APIs of Kubernetes and Talos. */
const MANAGEMENT = [6443, 50000]

control(
  'From outside, applications are reached through the ingress controller and nothing else',
  {
    statement: 'TG-111',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-7(3)', 'AC-4', 'CIS-4.4'],
    remedy:
      'Make the service a ClusterIP and give it an Ingress; a service that has to have a way of its own goes into p.exposure.services.',
  },
  ({ lab, need, parameter, vantage }) => {
    const exposed = parameter.words('p.exposure.services')
    const { applications, balancer } = need('kubernetes')
    const nodes = need('talos').nodes.map(({ address }) => address)
    const isApplication = (namespace: string) =>
      applications.some((one) => one.namespace === namespace)
    all(
      () =>
        none(
          lab.kubeServices,
          'opens a way of its own into the cluster',
          ({ externalIps, name, namespace, ports, type }) =>
            externalIps.length > 0 ||
            ports.some(({ nodePort }) => nodePort !== undefined) ||
            (type !== 'ClusterIP' &&
              type !== 'ExternalName' &&
              !exposed.includes(`${namespace}/${name}`)),
          ({ externalIps, name, namespace, ports, type }) => ({
            namespace,
            name,
            type,
            externalIps,
            ports,
          }),
        ),
      () =>
        none(
          lab.kubePods,
          'opens a port of its node, or a tunnel',
          ({ containers, hostNetwork, namespace }) =>
            (isApplication(namespace) &&
              (hostNetwork ||
                containers.some(({ ports }) =>
                  ports.some(({ hostPort }) => hostPort !== undefined),
                ))) ||
            containers.some(({ image }) => TUNNELS.test(image)),
          ({ containers, hostNetwork, name, namespace }) => ({
            namespace,
            name,
            hostNetwork,
            images: containers.map(({ image }) => image),
          }),
        ),
      () =>
        every(
          [the(lab.ingressClasses, 'ingress class', () => true)],
          'is taken by the one controller',
          ({ controller }) => controller === parameter.text('p.ingress.controller'),
        ),
      () =>
        none(
          lab.kubeGroups,
          'is another kind of entry',
          ({ name }) => name === 'gateway.networking.k8s.io',
        ),
      () =>
        none(
          ['enable-ingress-controller', 'enable-gateway-api', 'enable-l2-announcements'],
          'makes Cilium an entry beside it',
          (feature) => lab.ciliumConfig.settings[feature] === 'true',
        ),
      () =>
        none(
          vantage('lan').openPorts,
          'answers beside the entry',
          ({ address, port, protocol }) =>
            protocol === 'tcp' &&
            ((address === balancer.entry && ![80, 443].includes(port)) ||
              (nodes.includes(address) && !MANAGEMENT.includes(port))),
        ),
    )
  },
)
