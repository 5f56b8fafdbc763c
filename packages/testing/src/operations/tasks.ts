import { ApiProblem } from "../errors.ts";
import { isAdministrator, type HandlerMap } from "./operation.ts";

/** Tasks. All of them are finished, so that nothing is ever waited for. */
export const taskHandlers = {
  getTask(state, { path, query }, { caller }) {
    const task = state.tasks.get(path.id);
    if (task === undefined) throw new ApiProblem("TaskDoesNotExist");
    // Real server: unknown who can see a task, assumed the user that started it and administrators.
    if (task.userGuid !== caller.user.record.guid && !isAdministrator(caller)) throw new ApiProblem("NoViewPermission");
    return {
      status: 200,
      body: {
        id: task.id,
        output: task.output.slice(query.first),
        result: null,
        finished: true,
        code: 0,
        error: "",
        last: task.output.length,
      },
    };
  },
} satisfies HandlerMap<"getTask">;
