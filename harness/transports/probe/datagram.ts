import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { type Endpoint, familyOf } from './look.ts'

/** A UDP socket that hears only the peer, and its ICMP refusals. */
export async function connectedTo(at: Endpoint): Promise<Socket> {
  const socket = createSocket(familyOf(at.address) === 4 ? 'udp4' : 'udp6')
  return ready(socket, 'connect', () => socket.connect(at.port, at.address))
}

/** A UDP socket that hears everybody: some answer from another port than they were asked on. */
export async function unconnected(family: 4 | 6): Promise<Socket> {
  const socket = createSocket(family === 4 ? 'udp4' : 'udp6')
  return ready(socket, 'listening', () => socket.bind(0))
}

async function ready(socket: Socket, event: string, start: () => void): Promise<Socket> {
  const happened = once(socket, event)
  start()
  try {
    await happened
  } catch (error) {
    socket.close()
    throw error
  }
  return socket
}

export type Heard = (message: Buffer, from: RemoteInfo) => void
