using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Administration;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Chat.Administration;

/// <summary>/admin: looks at the directory and changes it, in the personal chat only.</summary>
internal sealed class AdminCommand(IDirectoryAdministration directory, AccessAudit audit, Answers answers, CommandAnswers common) : ICommand
{
    public CommandInfo Info => CommandTable.Admin;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (!turn.Conversation.IsPersonal)
        {
            await answers.SayPrivatelyAsync(turn.Turn, AdminTexts.PersonalOnly, cancellationToken);
            return CommandResult.Refused;
        }

        switch (AdminGrammar.Read(line.Rest))
        {
            case AdminRequest.Wrong wrong:
                return await common.MalformedAsync(turn, wrong.Why, cancellationToken);
            case AdminRequest.Edit edit:
                return await ChangeAsync(turn, edit.What, cancellationToken);
            case AdminRequest.Inspectors list:
                return await ShowAsync(turn, contents => AdminCards.Inspectors(contents, list.Filter), cancellationToken);
            case AdminRequest.Teams list:
                return await ShowAsync(turn, contents => AdminCards.Teams(contents, list.Filter), cancellationToken);
            default:
                await answers.SayAsync(turn.Turn, AdminCards.Help(), cancellationToken);
                return CommandResult.Done;
        }
    }

    private async Task<CommandResult> ShowAsync(
        ChatTurn turn, Func<DirectoryContents, CardContent> show, CancellationToken cancellationToken)
    {
        try
        {
            await answers.SayAsync(turn.Turn, show(await directory.ReadAsync(cancellationToken)), cancellationToken);
            return CommandResult.Done;
        }
        catch (StoreUnavailableException)
        {
            await answers.SayPrivatelyAsync(turn.Turn, AdminTexts.Of(EditRefusal.Unavailable), cancellationToken);
            return CommandResult.Refused;
        }
    }

    private async Task<CommandResult> ChangeAsync(ChatTurn turn, DirectoryEdit edit, CancellationToken cancellationToken)
    {
        var actor = turn.Actor;
        var answer = await directory.ChangeAsync(turn.Inspector, edit, actor, cancellationToken);
        if (answer is { Refusal: null, Before: { } before, After: { } after })
        {
            await answers.SayPrivatelyAsync(turn.Turn, AdminTexts.Changed(edit, before, after), cancellationToken);
            return CommandResult.Done;
        }

        var refusal = answer.Refusal ?? EditRefusal.Unknown;
        await audit.WriteAsync(EditAudit.Refused(edit, actor, refusal), cancellationToken);
        await answers.SayPrivatelyAsync(turn.Turn, AdminTexts.Of(refusal), cancellationToken);
        return CommandResult.Refused;
    }
}
