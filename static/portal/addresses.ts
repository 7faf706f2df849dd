export const itemAddress = (itemId: string): string => `/catalog/item/${encodeURIComponent(itemId)}`;
export const requestAddress = (requestId: string): string => `/requests/${encodeURIComponent(requestId)}`;
