using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>/resume</summary>
internal sealed class ResumeCommand(TalkRequests requests, CommandAnswers answers) : MoveCommand(CommandTable.Resume, TalkMove.Resume, requests, answers);
