using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Cataloguing;

/// <summary>Who changed what of the catalogue, when and why: read from the audit log, which is the one place that keeps it.</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class CatalogueHistory(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>More changes of one entry than these are not read.</summary>
    public const int MaxChanges = 50;

    /// <summary>The changes of an indicator, the newest first.</summary>
    public Task<IReadOnlyList<CatalogueChange<Indicator>>> OfIndicatorAsync(string code, CancellationToken cancellation = default) =>
        ReadAsync<Indicator>(IndicatorCatalogue.Action, IndicatorCatalogue.Subject(code), cancellation);

    /// <summary>The changes of the other names of a unit, the newest first.</summary>
    public Task<IReadOnlyList<CatalogueChange<IReadOnlyList<string>>>> OfUnitAsync(string code, CancellationToken cancellation = default) =>
        ReadAsync<IReadOnlyList<string>>(UnitCatalogue.Action, UnitCatalogue.Subject(code), cancellation);

    /// <summary>The changes of a department, the newest first.</summary>
    public Task<IReadOnlyList<CatalogueChange<Department>>> OfDepartmentAsync(string code, CancellationToken cancellation = default) =>
        ReadAsync<Department>(DepartmentCatalogue.Action, DepartmentCatalogue.Subject(code), cancellation);

    /// <summary>The choices of what the overview puts in front, the newest first.</summary>
    public Task<IReadOnlyList<CatalogueChange<IReadOnlyList<HeadlineIndicator>>>> OfHeadlinesAsync(CancellationToken cancellation = default) =>
        ReadAsync<IReadOnlyList<HeadlineIndicator>>(HeadlineCatalogue.Action, "", cancellation);

    private async Task<IReadOnlyList<CatalogueChange<T>>> ReadAsync<T>(string action, string subject, CancellationToken cancellation)
        where T : class
    {
        await using var context = await contexts.ReadAsync(cancellation);
        var events = await context.AuditEvents.Where(e => e.Action == action && e.Subject == subject)
            .OrderByDescending(e => e.Id).Take(MaxChanges)
            .Select(e => new
            {
                e.At,
                e.Details,
                By = context.Users.Where(u => u.UserName == e.Actor).Select(u => u.DisplayName).FirstOrDefault() ?? e.Actor,
            })
            .ToListAsync(cancellation);
        return events.ConvertAll(e =>
        {
            using var details = JsonDocument.Parse(e.Details);
            var root = details.RootElement;
            var reason = root.TryGetProperty("reason", out var said) ? said.GetString() ?? "" : "";
            return new CatalogueChange<T>(e.At, e.By, reason, AuditJson.Read<T>(root, "before"), AuditJson.Read<T>(root, "after"));
        });
    }
}
