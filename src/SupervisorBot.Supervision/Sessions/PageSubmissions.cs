using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>
/// The filled-in sign-in pages that wait for the gateway's answer. The code that a page shows is made here and is nowhere else than in the answer to it. A form
/// that comes twice at the same time, as from a double click, is one sign-in with one answer.
/// </summary>
internal sealed class PageSubmissions(SessionServices services, InspectorSession session)
{
    private readonly Lock _lock = new();
    private (string Form, string LinkHash, Task<PageAnswer> Answer)? _underWay;
    private (long Token, TaskCompletionSource<PageAnswer> Answer)? _awaited;
    private (SignInAnswered Input, SessionState State)? _early;
    private bool _isOver;

    public Task<PageAnswer> SubmitAsync(PageSubmission submission)
    {
        lock (_lock)
        {
            if (_underWay is { Answer.IsCompleted: false } known && known.Form == submission.Form && SignInLinks.AreSame(known.LinkHash, submission.LinkHash))
            {
                return known.Answer;
            }

            if (_underWay is { Answer.IsCompleted: false })
            {
                return Task.FromResult(new PageAnswer(PageResult.NoLink));
            }

            var answer = SignInAsync(submission);
            _underWay = (submission.Form, submission.LinkHash, answer);
            return answer;
        }
    }

    /// <summary>A sign-in was answered, and what that means is stored.</summary>
    public void Answer(SignInAnswered answered, SessionState state)
    {
        lock (_lock)
        {
            // The answer may be faster than whoever waits for it.
            _early = (answered, state);
            if (_awaited is { } awaited && awaited.Token == answered.Token)
            {
                awaited.Answer.TrySetResult(AnswerOf(answered, state));
            }
        }
    }

    /// <summary>Nobody waits here any more.</summary>
    public void End()
    {
        lock (_lock)
        {
            _isOver = true;
            _awaited?.Answer.TrySetException(new SessionMovedException());
        }
    }

    private async Task<PageAnswer> SignInAsync(PageSubmission submission)
    {
        await Task.Yield();
        var code = SignInCode.Make(services.Randomness);
        var reply = await session.AskAsync<object>(new PageSubmitted(submission, SignInCode.Hash(code, services.Randomness)));
        if (reply is not long token)
        {
            return new PageAnswer((PageResult)reply) { Problem = reply is PageResult.Failed ? new Problem(ProblemKind.Unreachable) : null };
        }

        try
        {
            var answer = await WaitAsync(token).WaitAsync(services.Limits.SignIn.AnswerLimit, services.Time);
            return answer.Result is PageResult.SignedIn or PageResult.SignedInElsewhere ? answer with { Code = code } : answer;
        }
        catch (TimeoutException)
        {
            return new PageAnswer(PageResult.FailedForGood) { Problem = new Problem(ProblemKind.NoAnswer) };
        }
    }

    private Task<PageAnswer> WaitAsync(long token)
    {
        lock (_lock)
        {
            if (_early is { } early && early.Input.Token == token)
            {
                return Task.FromResult(AnswerOf(early.Input, early.State));
            }

            var answer = new TaskCompletionSource<PageAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited = (token, answer);
            if (_isOver)
            {
                answer.SetException(new SessionMovedException());
            }

            return answer.Task;
        }
    }

    private PageAnswer AnswerOf(SignInAnswered answered, SessionState state) => state switch
    {
        { Status: SessionStatus.AwaitingCode, Page: { } page } => new PageAnswer(page.IsElsewhere ? PageResult.SignedInElsewhere : PageResult.SignedIn)
        {
            CodeLifetime = services.Limits.SignIn.CodeLifetime,
            Password = page.Password,
            MayInspect = page.MayInspect,
        },
        _ => new PageAnswer(state.Page is null ? PageResult.FailedForGood : PageResult.Failed)
        {
            Problem = answered.Failure is { } failure ? SessionTurn.ProblemOf(failure) : null,
        },
    };
}
