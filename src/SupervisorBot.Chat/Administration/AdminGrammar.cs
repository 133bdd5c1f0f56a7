using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Administration;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Administration;

/// <summary>Reads what stands after <c>/admin</c>.</summary>
internal static class AdminGrammar
{
    private const string Person = "person";
    private const string Phone = "phone";
    private const string Name = "name";
    private const string Permissions = "permissions";
    private const string Teams = "teams";
    private const string Numbers = "numbers";
    private const string Groups = "groups";
    private const string All = "all";
    private const string None = "none";

    public static AdminRequest Read(string text)
    {
        if (!AdminWords.TryRead(text, out var words))
        {
            return new AdminRequest.Wrong(AdminTexts.OpenQuote);
        }

        return words switch
        {
            [] => new AdminRequest.Help(),
            [var only] when Is(only, "help") => new AdminRequest.Help(),
            [var list, .. var filter] when Is(list, "inspectors") => new AdminRequest.Inspectors(FilterOf(filter)),
            [var list, .. var filter] when Is(list, "teams") => new AdminRequest.Teams(FilterOf(filter)),
            [var kind, var act, .. var rest] when Is(kind, "inspector") => ReadInspector(act, rest),
            [var kind, var act, .. var rest] when Is(kind, "team") => ReadTeam(act, rest),
            [var act, var who, .. var which] when Is(act, "permit") => ReadPermissions(AdminSyntax.Permit, who, which, (agentId, set) => new Permit(agentId, set)),
            [var act, var who, .. var which] when Is(act, "forbid") => ReadPermissions(AdminSyntax.Forbid, who, which, (agentId, set) => new Forbid(agentId, set)),
            [var act, ..] when Is(act, "permit") => Wrong(AdminSyntax.Permit),
            [var act, ..] when Is(act, "forbid") => Wrong(AdminSyntax.Forbid),
            [var word, ..] => new AdminRequest.Wrong(AdminTexts.NotKnown(word)),
        };
    }

    private static AdminRequest ReadInspector(string act, string[] words)
    {
        var syntax = Is(act, "add") ? AdminSyntax.AddInspector : Is(act, "change") ? AdminSyntax.ChangeInspector : Is(act, "remove") ? AdminSyntax.RemoveInspector : null;
        if (syntax is null)
        {
            return new AdminRequest.Wrong(AdminTexts.NotKnown($"inspector {act}"));
        }

        if (words is not [var who, .. var rest] || !WorkNumber.TryRead(who, out var agentId))
        {
            return words is [var given, ..] ? new AdminRequest.Wrong(AdminTexts.NotAnAgentId(given, syntax)) : Wrong(syntax);
        }

        if (syntax == AdminSyntax.RemoveInspector)
        {
            return rest.Length == 0 ? new AdminRequest.Edit(new RemoveInspector(agentId)) : Wrong(syntax);
        }

        var isNew = syntax == AdminSyntax.AddInspector;
        string[] known = isNew ? [Person, Phone, Name, Permissions, Teams] : [Person, Phone, Name, Teams];
        if (!AdminOptions.TryRead(rest, known, out var options, out var wrong))
        {
            return new AdminRequest.Wrong(AdminTexts.NotAnOption(wrong, syntax));
        }

        if (isNew)
        {
            return ReadNew(agentId, options, syntax);
        }

        return options.IsEmpty
            ? Wrong(syntax)
            : new AdminRequest.Edit(new ChangeInspector(agentId, options.Text(Person), options.Text(Phone), options.Text(Name), options.List(Teams, All)));
    }

    private static AdminRequest ReadNew(int agentId, AdminOptions options, AdminSyntax syntax)
    {
        if (options.Text(Person) is not { } person || options.Text(Phone) is not { } phone || options.Text(Name) is not { } name)
        {
            return Wrong(syntax);
        }

        var permissions = PermissionSet.Default;
        if (options.Text(Permissions) is { } text && !PermissionSet.TryParse(text, out permissions))
        {
            return new AdminRequest.Wrong(AdminTexts.NotPermissions(text));
        }

        var profile = new InspectorProfile(new Inspector(person, agentId, name, phone), permissions, options.List(Teams, All) ?? []);
        return new AdminRequest.Edit(new AddInspector(profile));
    }

    private static AdminRequest ReadTeam(string act, string[] words)
    {
        var syntax = Is(act, "add") ? AdminSyntax.AddTeam : Is(act, "change") ? AdminSyntax.ChangeTeam : Is(act, "remove") ? AdminSyntax.RemoveTeam : null;
        if (syntax is null)
        {
            return new AdminRequest.Wrong(AdminTexts.NotKnown($"team {act}"));
        }

        if (words is not [var name, .. var rest])
        {
            return Wrong(syntax);
        }

        if (syntax == AdminSyntax.RemoveTeam)
        {
            return rest.Length == 0 ? new AdminRequest.Edit(new RemoveTeam(name)) : Wrong(syntax);
        }

        var isNew = syntax == AdminSyntax.AddTeam;
        string[] known = isNew ? [Numbers, Groups] : [Name, Numbers, Groups];
        if (!AdminOptions.TryRead(rest, known, out var options, out var wrong))
        {
            return new AdminRequest.Wrong(AdminTexts.NotAnOption(wrong, syntax));
        }

        if (options.IsEmpty)
        {
            return Wrong(syntax);
        }

        var numbers = options.Text(Numbers) is { } text && Is(text, None) ? "" : options.Text(Numbers);
        return new AdminRequest.Edit(isNew
            ? new AddTeam(new AgentTeam(name, numbers ?? "", options.List(Groups, None) ?? []))
            : new ChangeTeam(name, options.Text(Name), numbers, options.List(Groups, None)));
    }

    private static AdminRequest ReadPermissions(AdminSyntax syntax, string who, string[] which, Func<int, PermissionSet, DirectoryEdit> edit)
    {
        if (!WorkNumber.TryRead(who, out var agentId))
        {
            return new AdminRequest.Wrong(AdminTexts.NotAnAgentId(who, syntax));
        }

        if (which.Length == 0)
        {
            return Wrong(syntax);
        }

        var text = string.Join(' ', which);
        return PermissionSet.TryParse(text, out var permissions) && permissions != PermissionSet.None
            ? new AdminRequest.Edit(edit(agentId, permissions))
            : new AdminRequest.Wrong(AdminTexts.NotPermissions(text));
    }

    private static AdminRequest.Wrong Wrong(AdminSyntax syntax) => new(AdminTexts.Incomplete(syntax));

    private static string? FilterOf(string[] words) => words.Length == 0 ? null : string.Join(' ', words);

    private static bool Is(string word, string name) => word.Equals(name, StringComparison.OrdinalIgnoreCase);
}
