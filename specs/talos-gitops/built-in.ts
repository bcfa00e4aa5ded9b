/**
 * Bindings that the API server makes itself, for the controllers that run inside the controller manager: it puts
 * them back at every start. What they may do is wide, and cannot be taken from them; a binding of another name,
 * or for anybody else, is none of these.
 */
const MADE_BY_ITSELF = ['namespace-controller', 'resourcequota-controller', 'bootstrap-signer'].map(
  (name) => `system:controller:${name} ServiceAccount kube-system/${name}`,
)

export const isMadeByItself = ({
  binding,
  subject,
}: {
  readonly binding: string
  readonly subject: string
}): boolean => MADE_BY_ITSELF.includes(`${binding} ${subject}`)
