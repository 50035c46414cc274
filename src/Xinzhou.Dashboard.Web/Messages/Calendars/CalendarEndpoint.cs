using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Deadlines;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Web.Account.Limits;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Messages.Calendars;

/// <summary>
/// The calendar of a person's deadlines (iCalendar, RFC 5545), for programs that sign in nowhere: whoever has the token is given what its
/// owner may see at that moment. The token is a parameter and not a part of the path, for paths are logged.
/// </summary>
internal static class CalendarEndpoint
{
    /// <summary>Where it is had.</summary>
    public const string Path = "/calendar.ics";

    /// <summary>The name of the parameter of the token.</summary>
    public const string TokenName = "token";

    private const string ContentType = "text/calendar; charset=utf-8";

    public static IEndpointRouteBuilder MapCalendar(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, AnswerAsync).AlsoHead().AllowAnonymous().ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, CalendarTokens tokens, DeadlineReader deadlines, CalendarLimits limits, CalendarWriter writer, SnapshotStore store,
        DashboardSettings settings)
    {
        // Programs have no use for pages.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        // One person's: nothing between him and here keeps it. That a program which has it need not be sent it again is said by its tag.
        context.Response.Headers.CacheControl = "private, no-store";
        var owner = await tokens.FindAsync(context.Request.Query[TokenName].ToString(), settings.IsDevelopment, context.RequestAborted);
        var wait = owner is null ? limits.Unknown.Take(ClientAddress.Of(context)) : limits.Known.Take($"{owner.Id}");
        if (wait is { } early)
        {
            SignInLimits.Refuse(context, early);
            return Results.Empty;
        }

        // Never was, has ended, disabled: nobody is told which.
        if (owner is null) return Results.NotFound();
        var home = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
        var body = Encoding.UTF8.GetBytes(writer.Write(await deadlines.OfAsync(owner, context.RequestAborted), owner, home));
        if (store.Current.Demonstration) context.Response.Headers["X-Data-Set"] = "demonstration";
        return Results.Bytes(body, ContentType, entityTag: new EntityTagHeaderValue($"\"{Sha256.Of(body)}\""));
    }
}
