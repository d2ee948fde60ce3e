/** Whether a transport error says that no connection came about. */
export function wasNeverSent(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) {
    return false;
  }
  const { syscall, code } = error as Partial<NodeJS.ErrnoException>;
  return syscall === 'connect' || syscall === 'getaddrinfo' || /^(ERR_TLS|CERT_|DEPTH_|SELF_|UNABLE_)/.test(code ?? '');
}
