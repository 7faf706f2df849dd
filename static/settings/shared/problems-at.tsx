export { FindingsAt as ProblemsAt } from '../../kit/editor-page/findings-at';
