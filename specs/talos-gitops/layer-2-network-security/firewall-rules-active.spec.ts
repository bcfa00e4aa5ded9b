import { all, control, every, none, that, the, type Views } from '#harness'

type Rule = Views['lab']['firewall']['guests'][number]['rules'][number]

/** Whether a rule takes back what the policy says: whoever asks is let in, at any port. */
const isForAll = ({ action, dport, isEnabled, macro, proto = '', source, type }: Rule): boolean =>
  isEnabled &&
  type === 'in' &&
  action === 'ACCEPT' &&
  (source ?? '0.0.0.0/0').endsWith('/0') &&
  dport === undefined &&
  macro === undefined &&
  !/icmp/.test(proto)

control(
  'A packet filter is in force before the hypervisor and every node, and drops what nobody allowed',
  {
    statement: 'TG-190',
    impact: 'high',
    kind: 'exposure',
    standards: ['SC-7', 'CIS-4.4', 'CIS-13.4'],
    remedy:
      'Switch the firewall on for the datacenter, the node and the VM, with input policy DROP, and on every network card (`firewall=1`).',
  },
  ({ inventory, lab, need, vantage }) => {
    const { cluster, guests, node } = lab.firewall
    const nodes = need('talos').nodes
    const hypervisors = inventory.hosts.filter(({ role }) => role === 'hypervisor')
    const addresses = [...nodes, ...hypervisors].map(({ address }) => address)
    all(
      () =>
        that(
          cluster.isEnabled && cluster.policyIn === 'DROP' && node.isEnabled,
          'the firewall of the hypervisor is on, and drops by default',
          { cluster, node },
        ),
      () =>
        every(nodes, 'has a filter that drops by default, on every card', ({ name }) => {
          const { vmid } = the(inventory.guests, `guest ${name}`, (guest) => guest.name === name)
          const own = the(guests, `firewall of ${name}`, (guest) => guest.vmid === vmid)
          const { networks } = the(
            lab.guestConfigs,
            `configuration of ${name}`,
            (guest) => guest.vmid === vmid,
          )
          return (
            own.isEnabled &&
            own.policyIn === 'DROP' &&
            !own.rules.some(isForAll) &&
            networks.length > 0 &&
            networks.every(({ isFirewalled }) => isFirewalled)
          )
        }),
      () =>
        none(
          vantage('sandbox').openPorts,
          'is open to another segment',
          ({ address, protocol }) => protocol === 'tcp' && addresses.includes(address),
        ),
    )
  },
)
