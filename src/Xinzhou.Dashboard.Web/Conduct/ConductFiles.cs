using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Conduct;

/// <summary>考核评价 as a file: <c>/conduct/sheet.xlsx</c> and <c>.csv</c> <c>?quarter=&amp;unit=&amp;asOf=&amp;clock=</c>.</summary>
internal static class ConductFiles
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string CsvType = "text/csv; charset=utf-8";

    public static IEndpointRouteBuilder MapConductFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/conduct/sheet.{format:regex(^(xlsx|csv)$)}", AnswerAsync)
            .WithMetadata(new RequiresAttribute(Right.SetTargets, Right.RunSupervision, Right.EnterReturns), new CostlyAttribute(Cost.Export)).ExcludeFromDescription();
        return routes;
    }

    /// <summary>Where a file is had, at the moment and in the language of the page.</summary>
    /// <param name="address">The address of the page.</param>
    /// <param name="format">xlsx or csv.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="unit">The code of a unit; null for all.</param>
    public static string AddressOf(Address address, string format, Quarter quarter, string? unit = null) =>
        address.To($"/conduct/sheet.{format}", (QuarterChoice.Name, quarter.Code), ("unit", unit));

    /// <summary>400 for a moment or a quarter that cannot be answered, 404 for a unit that there is not; a reporter has the file of his own.</summary>
    private static async Task<IResult> AnswerAsync(
        HttpContext context, string format, string? quarter, string? unit, string? asOf, string? clock, SnapshotStore store, ConductReading conduct,
        ConductWorkbook workbook, IDbContextFactory<DashboardContext> contexts, TimeProvider time, IStringLocalizer<AsOfRefused> refusals,
        IStringLocalizer<ConductPage> text)
    {
        var (snapshot, now) = (store.Current, time.GetUtcNow());
        var reading = AsOfReading.Read(asOf, clock, now);
        if (reading.Fault is { } fault) return Results.Text(refusals[fault.ToString(), asOf ?? clock ?? ""], statusCode: StatusCodes.Status400BadRequest);
        var moment = reading.Past ?? new(now);
        var choice = QuarterChoice.Of(quarter, Shanghai.DayOf(moment.Moment));
        if (choice.Refused is { } refused)
        {
            return Results.Text(text["Refused", refused, choice.Quarter.Name(Languages.IsEnglish)], statusCode: StatusCodes.Status400BadRequest);
        }

        var sheet = await conduct.ReadAsync(snapshot, choice.Quarter, moment, context.RequestAborted);
        var user = CurrentUser.Of(context.User)!;
        var isOne = user.Role == Role.Reporter || !string.IsNullOrEmpty(unit);
        IReadOnlyList<UnitConduct> units =
        [
            .. sheet.Units
                .Where(u => string.IsNullOrEmpty(unit) || u.Unit.IsCalled(unit))
                .Where(u => user.Role != Role.Reporter || u.Unit.Code == user.DepartmentCode),
        ];
        if (isOne && units.Count == 0) return Results.NotFound();

        var rule = AssessmentRuleVersion.Standing(snapshot.AssessmentRules, moment);
        using var content = new MemoryStream();
        if (format == "csv") workbook.WriteCsv(content, units, rule, snapshot.Demonstration);
        else workbook.Write(content, units, rule, snapshot.Demonstration, choice.Quarter, reading.Text, moment.Clock);
        var name = $"{text["File"]}-{(units.Count == 1 && isOne ? $"{units[0].Unit.Name}-" : "")}{choice.Quarter.Code}.{format}";
        // Noted before it is given: there is no export that the log does not know.
        await AuditLog.AppendAsync(
            contexts, time, user.UserName, "export", name, new { rows = units.Count, asOf = reading.Text }, context.RequestAborted);
        return Results.File(content.ToArray(), format == "csv" ? CsvType : WorkbookType, name);
    }
}
