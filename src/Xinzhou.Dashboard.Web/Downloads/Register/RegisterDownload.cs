using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Messages;

namespace Xinzhou.Dashboard.Web.Downloads.Register;

/// <summary>台账 as a file for people: <c>/downloads/register.xlsx</c> and <c>.csv</c> <c>?department=&amp;asOf=&amp;clock=</c>.</summary>
public static class RegisterDownload
{
    /// <summary>
    /// Answers with the file. The department by its code or name; without one, the register of all. 404 for a department that does not
    /// exist, 400 for a moment that cannot be answered.
    /// </summary>
    internal static async Task<IResult> AnswerAsync(
        HttpContext context, string format, string? department, string? asOf, string? clock, SnapshotStore store, RegisterWorkbook workbook, ExportNotes exports,
        IStringLocalizer<AsOfRefused> refusals, TimeProvider time)
    {
        var snapshot = store.Current;
        var now = time.GetUtcNow();
        var reading = AsOfReading.Read(asOf, clock, now);
        if (reading.Fault is { } fault)
        {
            return Results.Text(refusals[fault.ToString(), asOf ?? clock ?? ""], statusCode: StatusCodes.Status400BadRequest);
        }

        var moment = reading.Past ?? new(now);
        var plan = snapshot.PlanAt(moment);
        Department? found = null;
        if (!string.IsNullOrEmpty(department) && (found = plan.Department(department)) is null)
        {
            return Results.NotFound();
        }

        var register = TaskRegister.Of(plan, snapshot.LightsAt(moment), found);
        using var content = new MemoryStream();
        if (format == "csv")
        {
            workbook.WriteCsv(content, snapshot, plan, register);
        }
        else
        {
            workbook.Write(content, snapshot, plan, register, reading.Text, moment.Clock);
        }

        var name = $"{(Languages.IsEnglish ? "register" : "任务台账")}{(found is null ? "" : $"-{found.Name}")}-{reading.Text[..10]}.{format}";
        await exports.NoteAsync(context, name, new { rows = register.Rows.Count });
        return Results.File(content.ToArray(), format == "csv" ? FigureDownload.CsvType : FigureDownload.ContentType, name);
    }
}
