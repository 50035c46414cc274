using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Web.Shell;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Shell;

/// <summary>Renders components with the real resources at a fixed moment: 2026-11-23 12:00 in Asia/Shanghai.</summary>
public abstract class ShellContext : BunitContext
{
    protected static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(8));

    protected ShellContext()
    {
        Speak(Languages.Chinese);
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(new FixedTime(Now));
        Services.AddScoped<Address>();
        Services.AddScoped<FiguresOnPage>();
    }

    protected Address Address => Services.GetRequiredService<Address>();

    protected static void Speak(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    protected void GoTo(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
