using Microsoft.AspNetCore.Components;
using Xinzhou.Dashboard.Web.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Pages;

/// <summary>Every page there is, by the pattern that its Razor file declares, with addresses at which it is looked at.</summary>
public static class SitePages
{
    private static readonly Dictionary<string, string[]> Examples = new()
    {
        ["/"] = ["/"],
        // These take a person, a link or a form, and are looked at by AccountPagesTests.
        ["/account"] = [],
        ["/account/confirm"] = [],
        ["/account/invitation"] = [],
        ["/account/recovery"] = [],
        ["/account/second-factor"] = [],
        ["/account/sign-in"] = [],
        ["/admin/users"] = [],
        ["/admin/users/{Id:guid}"] = [],
        ["/setup"] = [],
        // These take the system administrator, and are looked at by RulesTests, FormsTests and CalendarTests.
        ["/admin"] = [],
        ["/admin/assessment"] = [],
        ["/admin/calendar"] = [],
        ["/admin/calendar/new"] = [],
        ["/admin/calendar/{FormCode}/{QuarterCode}"] = [],
        ["/admin/catalogue"] = [],
        ["/admin/catalogue/departments"] = [],
        ["/admin/catalogue/headlines"] = [],
        ["/admin/catalogue/units"] = [],
        ["/admin/forms"] = [],
        ["/admin/forms/new"] = [],
        ["/admin/forms/{Code}"] = [],
        ["/admin/lights"] = [],
        ["/admin/rules"] = [],
        ["/admin/rules/new"] = [],
        ["/admin/rules/{Code}"] = [],
        ["/admin/settings"] = [],
        // These take a person and returns, and are looked at by ReviewTests.
        ["/audit"] = [],
        ["/messages"] = [],
        ["/review"] = [],
        ["/review/release"] = [],
        ["/review/{Id:int}"] = [],
        ["/about-data"] = ["/about-data"],
        ["/changes"] = ["/changes", "/changes?from=2023-01-01"],
        ["/counties"] = ["/counties", "/counties?indicator=gdp&period=2021-FY&measure=yoy&unit=140922"],
        ["/counties/{code}"] = ["/counties/140902", "/counties/140971"],
        ["/dimensions"] = ["/dimensions"],
        ["/dimensions/{Code}"] = ["/dimensions/industry", "/dimensions/security"],
        ["/error"] = ["/error"],
        ["/figures/{Key}"] = ["/figures/f0000000001"],
        ["/indicators"] = ["/indicators"],
        ["/indicators/{Code}"] = ["/indicators/gdp", "/indicators/installed_capacity_total"],
        ["/indicators/{Code}/compare"] =
            ["/indicators/gdp/compare?unit=140900&unit=140902&unit=140981", "/indicators/installed_capacity_total/compare"],
        ["/indicators/{Code}/what-if"] = ["/indicators/gdp/what-if", "/indicators/gdp/what-if?value=1600&year=2030&growth=4.5"],
        ["/milestones"] = ["/milestones"],
        ["/not-found"] = ["/not-found"],
        // The plan is kept by a supervisor; PlanTests and CheckInTests look at its pages.
        ["/plan/chains"] = [],
        ["/plan/check-ins"] = [],
        ["/plan/import"] = [],
        ["/plan/tasks"] = [],
        ["/plan/tasks/{Number:int}"] = [],
        // Targets are set by leaders and signed by who owes them; PledgeTests look at their pages.
        ["/plan/targets"] = [],
        ["/plan/targets/{Key}"] = [],
        ["/plan/targets/{Key}/pledge"] = [],
        // A page of the accounts, for those who have none yet; AccountPagesTests looks at it.
        ["/privacy"] = [],
        ["/programmes"] = ["/programmes"],
        // Its pages are looked at, signed in and with a return in them, by the tests of entering.
        ["/returns"] = [],
        ["/returns/{Id:int}"] = [],
        // They take a person, and are looked at by MilestoneReviewTests.
        ["/reviews"] = [],
        ["/reviews/{Id:long}"] = [],
        ["/reviews/{Id:long}/minutes"] = [],
        ["/search"] = ["/search?q=装机"],
        ["/sources"] = ["/sources"],
        ["/sources/{Key}"] = ["/sources/d1"],
        ["/styleguide"] = ["/styleguide"],
        // Take a leader or the inspection office; DeskTests and ConductTests look at them.
        ["/conduct"] = [],
        ["/conduct/unit"] = [],
        ["/desk"] = [],
        ["/owners"] = [],
        // Takes a person, and is looked at by WidthTests.
        ["/todo"] = [],
        // Take a person, and are looked at by WidthTests.
        ["/supervision"] = [],
        ["/supervision/circular"] = [],
        ["/supervision/new"] = [],
        ["/supervision/sheet"] = [],
        ["/supervision/{Number}"] = [],
        ["/tasks"] = ["/tasks", "/tasks?view=list"],
        ["/tasks/gantt"] = ["/tasks/gantt"],
        ["/tasks/register"] = ["/tasks/register"],
        ["/tasks/{Number:int}"] = ["/tasks/1", "/tasks/33"],
    };

    /// <summary>The patterns that the Razor files declare.</summary>
    public static IEnumerable<string> Declared =>
        typeof(App).Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>())
            .Select(r => r.Template);

    /// <summary>The patterns that there are addresses for.</summary>
    public static IEnumerable<string> Known => Examples.Keys;

    /// <summary>The patterns that a visitor is shown something at.</summary>
    public static IEnumerable<string> WithExamples => Examples.Where(e => e.Value.Length > 0).Select(e => e.Key);

    public static IEnumerable<string> All => Examples.Values.SelectMany(e => e);

    /// <summary>Asks for a page in a language; the site's own if it is empty.</summary>
    public static string In(string language, string path) =>
        language.Length == 0 ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";

    /// <summary>The pages that show what is known at a moment.</summary>
    public static IEnumerable<string> Reading => All.Where(p => p is not ("/error" or "/not-found" or "/styleguide"));
}
