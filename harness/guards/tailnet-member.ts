import { guard } from '../judge/guard.ts'
import { that } from '../judge/quantifiers.ts'

const TOLD = ['tailscaleServe', 'tailscalePrefs', 'tailscaleStatus']

/** The node may run in a container of its own, while the host's command asks a daemon that belongs to no tailnet. */
export const tailnetMember = guard({
  name: 'tailnet-member',
  says: 'the daemon that was asked is the one that has the host’s address in the tailnet, and runs',
  covers: (fact) => TOLD.includes(fact),
  holds: ({ host, inventory }, subject) => {
    const { tailnetAddress = '' } = inventory.hosts.find(({ name }) => name === subject) ?? {}
    const { state, addresses } = host(subject).tailscaleStatus
    that(
      state === 'Running' && addresses.includes(tailnetAddress),
      `tailscaled is Running with the address ${tailnetAddress}`,
      { state, addresses },
    )
  },
})
