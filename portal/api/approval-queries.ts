/** Questions of "Duyệt trước khi gửi". Hooks as in `queries.ts`. */
import { useQuery } from '@tanstack/react-query';
import { read } from './client.ts';
import { usePages } from './queries.ts';

export const useApprovals = () => usePages(['approvals'], (cursor, signal) => read('/approvals', { query: { cursor } }, signal));

export const useApproval = (id: string) =>
  useQuery({ queryKey: ['approval', id], queryFn: ({ signal }) => read('/approvals/{id}', { path: { id } }, signal) });

export const useSendingRules = (text: string) =>
  usePages(['sending-rules', text], (cursor, signal) => read('/sending-rules', { query: { cursor, text: text || null } }, signal));
