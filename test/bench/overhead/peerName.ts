export type PeerName = 'official' | 'openlit' | 'openinference';
