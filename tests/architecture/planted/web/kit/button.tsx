import { Button } from 'antd'; // breaks web-kit
import { Page } from '#modules/orders/web/page.tsx'; // breaks web-kit
export const button = [Button, Page];
