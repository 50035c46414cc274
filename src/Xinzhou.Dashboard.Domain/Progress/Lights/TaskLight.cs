namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>The light of a task: the worst of its work items and of the targets whose commitment names it.</summary>
internal static class TaskLight
{
    /// <param name="number">序号.</param>
    /// <param name="parts">The lights of its work items, without withdrawn ones, and of its targets.</param>
    public static Light Of(int number, IEnumerable<Light> parts)
    {
        var inputs = new TaskInputs([.. parts.Select(p => new LightPart(p.Subject, p.Colour, p.Reason, p.Override is not null))]);
        var worst = LightColours.Worst(inputs.Parts.Select(p => p.Colour));
        return new()
        {
            Subject = LightSubject.OfTask(number),
            Computed = worst ?? LightColour.Grey,
            Reason = worst is null ? LightReason.NoTarget : LightReason.Worst,
            Inputs = inputs,
        };
    }
}
