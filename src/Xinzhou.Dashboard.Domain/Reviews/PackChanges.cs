using System.Text.Json.Nodes;
using Xinzhou.Dashboard.Domain.Changes;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>What is otherwise than when the pack of the last review was frozen, as a pack holds it.</summary>
internal static class PackChanges
{
    /// <summary>All changes; null where no pack was frozen before.</summary>
    public static JsonObject? Of(ChangeList? changes) => changes is null ? null : new()
    {
        ["since"] = PackText.Moment(changes.Since),
        ["newFigures"] = changes.NewFigures,
        ["lights"] = new JsonArray([.. changes.Lights.Select(Light)]),
        ["figures"] = new JsonArray([.. changes.Figures.Select(f => new JsonObject
        {
            ["before"] = PackFigures.Figure(f.Before),
            ["after"] = f.After?.Key,
            ["withdrawn"] = f.Withdrawal is not null,
            ["at"] = PackText.Moment(f.At),
        })]),
        ["targets"] = new JsonArray([.. changes.Targets.Select(t => new JsonObject
        {
            ["kind"] = Code.Of(t.Kind),
            ["before"] = t.Before?.Key,
            ["after"] = t.After?.Key,
            ["at"] = PackText.Moment(t.At),
        })]),
        ["items"] = new JsonArray([.. changes.Items.Select(i => new JsonObject
        {
            ["kind"] = Code.Of(i.Kind),
            ["subject"] = i.Statement?.Subject,
            ["at"] = PackText.Moment(i.At),
        })]),
        ["owners"] = new JsonArray([.. changes.Owners.Select(o => new JsonObject
        {
            ["subject"] = o.Statement.Subject,
            ["leadBefore"] = o.LeadBefore,
            ["lead"] = o.Lead,
            ["personBefore"] = o.PersonBefore,
            ["person"] = o.Person,
            ["at"] = PackText.Moment(o.At),
        })]),
        ["notices"] = new JsonArray([.. changes.Notices.Select(n => new JsonObject
        {
            ["kind"] = Code.Of(n.Kind),
            ["number"] = n.Notice.Assignment.Number.Code,
            ["at"] = PackText.Moment(n.At),
        })]),
    };

    private static JsonObject Light(TurnedLight turned) => new()
    {
        ["subject"] = turned.Subject.ToString(),
        ["before"] = Code.Of(turned.Before.Colour),
        ["after"] = Code.Of(turned.After.Colour),
        ["at"] = PackText.Moment(turned.At),
        ["causes"] = new JsonArray([.. turned.Causes.Select(c => new JsonObject
        {
            ["kind"] = Code.Of(c.Kind),
            ["part"] = c.Part?.ToString(),
            ["figure"] = c.Figure?.Key,
            ["other"] = c.Other?.Key,
            ["statement"] = c.Statement?.Subject ?? c.Report?.Subject,
            ["day"] = PackText.Day(c.Day),
        })]),
    };
}
