using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Access;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Notices.Mail;

namespace Xinzhou.Dashboard.Web.Notices;

/// <summary>Registers and maps the notices.</summary>
internal static class NoticesSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services) =>
        services
        .AddSingleton<NoticeBox>().AddSingleton<NoticeCounts>().AddSingleton<NoticeWords>().AddSingleton<UnsentNotices>().AddHostedService<NoticeMailer>()
        .AddSingleton<FigureExports>().AddSingleton<ExportNotes>();

    public static IEndpointRouteBuilder MapNotices(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/notices/{id:long}", OpenAsync).WithMetadata(new RequiresAttribute(Right.Read)).ExcludeFromDescription();
        return routes;
    }

    /// <summary>Marks a notice as read and leads to its return, where the reader works on it.</summary>
    private static async Task<IResult> OpenAsync(long id, HttpContext context, NoticeBox box, string? lang)
    {
        var user = CurrentUser.Of(context.User)!;
        var query = lang == Shell.Languages.English ? $"?{Shell.Address.LanguageName}={lang}" : "";
        return await box.OpenAsync(user.Id, id, context.RequestAborted) is { } found && PathOf(user, found) is { } path
            ? Results.LocalRedirect($"~{path}{query}")
            : Results.LocalRedirect($"~/notices{query}");
    }

    /// <summary>Where a person works on a return; null when he does not.</summary>
    internal static string? PathOf(CurrentUser user, int found) => user.Role switch
    {
        Role.Reviewer => FormattableString.Invariant($"/review/{found}"),
        Role.Reporter => FormattableString.Invariant($"/returns/{found}"),
        _ => null,
    };
}
