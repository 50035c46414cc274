using System.CommandLine;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>The commands about the plan's file.</summary>
internal sealed class PlanCommand : Command
{
    public PlanCommand(SharedOptions shared)
        : base("plan", "Imports and exports the plan: tasks, work items, progress, commitments, outcomes.")
    {
        Add(new PlanImportCommand(shared));
        Add(new PlanExportCommand(shared));
    }
}
