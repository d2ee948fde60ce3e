/** Whether a transport error says that no connection came about. */
export function wasNeverSent(error: unknown): boolean {
  const { syscall, code } = (typeof error === 'object' ? error : null) ?? ({} as Partial<NodeJS.ErrnoException>);
  return (
    syscall === 'connect' || syscall === 'getaddrinfo' || /^(ERR_TLS|CERT_|DEPTH_|SELF_|UNABLE_)/.test(String(code))
  );
}
