import type { Problem } from "../../data/problem.ts";
import type { NoticeWords } from "../../words/types.ts";

interface Props {
  readonly problems: readonly Problem[];
  readonly words: NoticeWords;
}

/** Every problem of a data set, as `frontline validate` lists them. The texts are the validator's, in English. */
export function ProblemList({ problems, words }: Props) {
  return (
    <ol className="problems">
      {problems.map((problem, index) => (
        <li key={`${index} ${problem.file} ${problem.record}`}>
          <p>
            <strong>{words.severity(problem.severity)}</strong>{" "}
            <bdi lang="en">
              {[problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(":")}
              {problem.record !== "" && `: ${problem.record}`}
            </bdi>
          </p>
          <dl>
            <dt>{words.found}</dt>
            <dd>
              <bdi lang="en">{problem.found}</bdi>
            </dd>
            <dt>{words.expected}</dt>
            <dd>
              <bdi lang="en">{problem.expected}</bdi>
            </dd>
            <dt>{words.remedy}</dt>
            <dd>
              <bdi lang="en">{problem.remedy}</bdi>
            </dd>
          </dl>
        </li>
      ))}
    </ol>
  );
}
