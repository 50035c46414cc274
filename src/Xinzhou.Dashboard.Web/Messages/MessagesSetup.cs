using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Messages.Calendars;
using Xinzhou.Dashboard.Web.Messages.Mail;
using Xinzhou.Dashboard.Web.Messages.Preferences;

namespace Xinzhou.Dashboard.Web.Messages;

/// <summary>Registers and maps the messages.</summary>
internal static class MessagesSetup
{
    public static IServiceCollection AddMessages(this IServiceCollection services) =>
        services
        .AddSingleton(new Shell.HeaderItem(typeof(MessageBell), (provider, user) => provider.GetRequiredService<MessageCounts>().UnreadAsync(user.Id)))
        .AddSingleton<MessageCounts>().AddSingleton<MessageWords>().AddHostedService<MessageMailer>()
        .AddSingleton<ExportNotes>().AddSingleton<ConcernWords>()
        .AddSingleton(new AccountPart(typeof(PreferencesPanel))).AddSingleton(new AccountPart(typeof(CalendarPanel)))
        .AddSingleton<CalendarLimits>().AddSingleton<CalendarWriter>();

    public static IEndpointRouteBuilder MapMessages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/messages/{id:long}", OpenAsync).WithMetadata(new RequiresAttribute(Right.Read)).ExcludeFromDescription();
        return routes.MapCalendar();
    }

    /// <summary>Marks a message as read and leads to what it is about, where the reader acts on it.</summary>
    private static async Task<IResult> OpenAsync(long id, HttpContext context, MessageBox box, string? lang)
    {
        var user = CurrentUser.Of(context.User)!;
        var query = lang == Wording.Languages.English ? $"?{Shell.Address.LanguageName}={lang}" : "";
        return await box.OpenAsync(user.Id, id, context.RequestAborted) switch
        {
            { Return: { } filled } when PathOf(user, filled) is { } path => Results.LocalRedirect($"~{path}{query}"),
            { CheckIns: { } quarter } when user.Has(Right.EnterReturns) || user.Has(Right.RunSupervision) =>
                Results.LocalRedirect($"~/plan/check-ins?quarter={quarter.Code}{query.Replace('?', '&')}"),
            { Notice: { } notice } when user.Has(Right.SeeReturns) => Results.LocalRedirect($"~/supervision/{notice}{query}"),
            { Concern: { } concern, Reference: var reference } => Results.LocalRedirect($"~{WithQuery(ConcernPaths.Of(concern, reference, user.Role), query)}"),
            { Digest: true } => Results.LocalRedirect($"~{ConcernPaths.Queue}{query}"),
            { Backups: true } when user.Has(Right.KeepCatalogue) => Results.LocalRedirect($"~/admin{query}"),
            { Request: true } when user.Has(Right.KeepUsers) => Results.LocalRedirect($"~/admin/users{query}"),
            { Account: true } => Results.LocalRedirect($"~/account{query}"),
            _ => Results.LocalRedirect($"~/messages{query}"),
        };
    }

    /// <summary>A path with a query before its fragment.</summary>
    private static string WithQuery(string path, string query) =>
        path.Split('#') is [var page, var fragment] ? $"{page}{query}#{fragment}" : path + query;

    /// <summary>Where a person works on a return; null when he does not.</summary>
    internal static string? PathOf(CurrentUser user, int found) => user.Role switch
    {
        Role.Reviewer => FormattableString.Invariant($"/review/{found}"),
        Role.Reporter => FormattableString.Invariant($"/returns/{found}"),
        _ => null,
    };
}
