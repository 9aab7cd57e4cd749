package dev.facewright.platform.sweep;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectStore;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Stops whoever puts an object before or after it, as a machine that is switched off, or stands still for a day, does.
/// Nothing that it would do to clean up happens until it goes on.
@Component
class Halts implements BeanPostProcessor {
    private static final ThreadLocal<Halt> HALT = new ThreadLocal<>();

    enum Step {
        BEFORE_THE_PUT,
        AFTER_THE_PUT
    }

    /// Work that stands still at a put.
    static final class Halt {
        private final Step step;
        private final int put;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);
        private @Nullable FutureTask<?> work;
        private int puts;

        private Halt(Step step, int put) {
            this.step = step;
            this.put = put;
        }

        private @Nullable Object around(MethodInvocation call) throws Throwable {
            boolean here = puts++ == put;
            if (here && step == Step.BEFORE_THE_PUT) {
                halt();
            }
            Object result = call.proceed();
            if (here && step == Step.AFTER_THE_PUT) {
                halt();
            }
            return result;
        }

        private void halt() throws InterruptedException {
            reached.countDown();
            goesOn.await();
        }

        /// Its process is dead to all others from now on.
        void isTakenForDead(JdbcClient jdbc) {
            jdbc.sql("update planned_object set process_id = gen_random_uuid()").update();
        }

        /// @return what it ended with; null if it did well
        @Nullable
        Throwable goesOn() throws InterruptedException {
            goesOn.countDown();
            try {
                Objects.requireNonNull(work).get();
                return null;
            } catch (ExecutionException failed) {
                return failed.getCause();
            }
        }
    }

    /// @param put  which of its puts, from 0
    static Halt at(Step step, int put, Callable<?> work) throws Exception {
        Halt halt = new Halt(step, put);
        FutureTask<?> task = new FutureTask<>(() -> {
            HALT.set(halt);
            return work.call();
        });
        halt.work = task;
        Thread.ofPlatform().daemon().start(task);
        while (halt.reached.getCount() > 0 && !task.isDone()) {
            Thread.onSpinWait();
        }
        if (task.isDone()) {
            Future<?> tooEarly = task;
            throw new AssertionError("It ended before it came to its put: " + tooEarly.get());
        }
        return halt;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof ObjectStore)) {
            return bean;
        }
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice((MethodInterceptor) call -> {
            Halt halt = HALT.get();
            boolean put = call.getMethod().getName().equals("put") && call.getArguments()[0] instanceof ObjectKey;
            return halt != null && put ? halt.around(call) : call.proceed();
        });
        return proxy.getProxy();
    }
}
